"""Tests of the portal, on a real library."""
