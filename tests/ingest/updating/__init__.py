"""Tests of `ingest.updating`: a raw folder into a library, update by update."""
