"""The description of every JSON address, at /openapi.json (OpenAPI 3.1).

`operations` says which address answers with which shape, `schema` makes JSON Schema of the shapes,
`document` puts them together. The shapes are those the views are type-checked against, so the
description cannot say one thing and the answers another.
"""
