"""Measurements of the product beside its peers; nothing in the product imports them."""
