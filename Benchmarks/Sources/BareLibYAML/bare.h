#ifndef TRANSLOAD_BARE_LIBYAML_H
#define TRANSLOAD_BARE_LIBYAML_H

#include <yaml.h>

#endif
