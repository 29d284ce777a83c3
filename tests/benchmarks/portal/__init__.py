"""The portal under load."""
