"""Tests of `ingest.pages`."""
