"""What the health library calls a section's kind, as aspects.

Pure data, shared by the benchmark of aspects and the training of the body model.
"""

from collections.abc import Mapping

from index.aspect import Aspect

KINDS: Mapping[str, tuple[Aspect, ...]] = {
    "information": (Aspect.OVERVIEW,),
    "causes": (Aspect.CAUSES,),
    "genetic changes": (Aspect.CAUSES,),
    "inheritance": (Aspect.CAUSES, Aspect.RISK_FACTORS),
    "susceptibility": (Aspect.RISK_FACTORS,),
    "frequency": (Aspect.OVERVIEW, Aspect.RISK_FACTORS),
    "symptoms": (Aspect.PRESENTATION,),
    "exams and tests": (Aspect.DIAGNOSIS,),
    "stages": (Aspect.DIAGNOSIS, Aspect.PROGNOSIS, Aspect.OVERVIEW),
    "treatment": (Aspect.TREATMENT,),
    "considerations": (Aspect.SELF_CARE,),
    "prevention": (Aspect.PREVENTION,),
    "complications": (Aspect.COMPLICATIONS,),
    "outlook": (Aspect.PROGNOSIS,),
    "research": (Aspect.RESEARCH,),
}
"""Kind -> the aspects a reader would look for it under, the best first."""
