"""Tests that drive a real chromium over a real portal process."""
