#include "BundledDossier.h"
size_t whofunds_bundled_count(void) { return 0; }
