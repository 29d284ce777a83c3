"""One address of every kind of page, in its different states, over the small clinic."""

from tests.support.portal import TWINS

KINDS = {
    "home": "/",
    "results": "/search?q=pain&aspect=treatment&condition=neck-pain",
    "sorted results": "/search?q=pain&sort=title",
    "many results": "/search?q=",
    "quote": "/search?q=dry+needling",
    "nothing found": "/search?q=pain&aspect=research",
    "nothing known": "/search?q=zzyzx",
    "page": f"/topics/{TWINS}",
    "marked page": f"/topics/{TWINS}?mark=pain+sleep#causes-fibromyalgia",
    "section": f"/topics/{TWINS}/treatment-options?mark=muscle",
    "item": f"/topics/{TWINS}/treatment-options-medications-myofascial-pain-syndrome",
    "hostile page": "/topics/tags",
    "conditions": "/conditions/",
    "condition": "/conditions/fibromyalgia",
    "subjects": "/aspects/",
    "subject": "/aspects/overview",
    "treatments": "/treatments/",
    "treatment": "/treatments/medications",
    "a to z": "/a-z",
    "glossary": "/glossary",
    "choice": "/compare/",
    "comparison": "/compare/fibromyalgia/myofascial-pain-syndrome",
    "history": "/history",
    "history of a page": "/history/neck-pain",
    "history of nothing": f"/history/{TWINS}/differences",
    "empty leaflet": "/leaflet",
    "choice for a leaflet": f"/leaflet?page={TWINS}&q=neck",
    "leaflet": f"/leaflet?s=neck-pain/treatment&s={TWINS}/treatment-options",
    "about": "/about",
    "privacy": "/privacy",
}
"""What it is -> its address."""
