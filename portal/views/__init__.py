"""The views: a Visit enters each, an Answer or a Moved leaves it. One module a kind of page."""
