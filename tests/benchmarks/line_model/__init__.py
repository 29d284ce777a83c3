"""The training of the line model."""
