// Makes the Apply button unnecessary: a ticked filter searches at once.
"use strict";
