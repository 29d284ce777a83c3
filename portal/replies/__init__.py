"""The shapes of the JSON twins and the other JSON answers: a promise to other programs.

Typed dictionaries, so that the type checker holds each view to its shape; `portal.openapi` makes
the description at /openapi.json of the same classes. How to write one: see `index.shapes`.
"""
