"""Tests of how the body model is trained."""
