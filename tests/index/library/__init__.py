"""Tests of the library on disk, with real files and real processes."""
