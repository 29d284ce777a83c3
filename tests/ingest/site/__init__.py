"""Site facts: what furniture says about the clinic."""
