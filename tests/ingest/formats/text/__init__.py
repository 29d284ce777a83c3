"""The text format: lines, wrapping, regions, blocks."""
