"""The engines, each by itself."""
