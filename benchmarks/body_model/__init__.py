"""Trains the body model on sections whose aspect is known, and says how well it does."""
