#ifndef TRANSLOAD_CLIBYAML_SHIM_H
#define TRANSLOAD_CLIBYAML_SHIM_H

#include <yaml.h>

/* `yaml_event_t.data` is a union. Swift reads a union member by copying the whole union, which is the
   larger part of the cost of an event; these accessors read single fields. */

static inline const unsigned char *transload_scalar_value(const yaml_event_t *event) {
    return event->data.scalar.value;
}
static inline size_t transload_scalar_length(const yaml_event_t *event) {
    return event->data.scalar.length;
}
static inline int transload_scalar_style(const yaml_event_t *event) {
    return (int)event->data.scalar.style;
}

/* Whether the type of a scalar follows from its text: it has no quotes and no tag, or the tag `!`. */
static inline int transload_scalar_is_implicit(const yaml_event_t *event) {
    return event->data.scalar.plain_implicit;
}

/* The minor version of YAML that a document start names; -1 when it names none. */
static inline int transload_minor_version(const yaml_event_t *event) {
    const yaml_version_directive_t *version = event->data.document_start.version_directive;
    return version ? version->minor : -1;
}

/* The anchor of a scalar, sequence or mapping start, or the name of an alias; NULL when there is none. */
static inline const char *transload_anchor(const yaml_event_t *event) {
    switch (event->type) {
    case YAML_SCALAR_EVENT: return (const char *)event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT: return (const char *)event->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT: return (const char *)event->data.mapping_start.anchor;
    case YAML_ALIAS_EVENT: return (const char *)event->data.alias.anchor;
    default: return 0;
    }
}

/* The explicit tag of a scalar, sequence or mapping start; NULL when there is none. */
static inline const char *transload_tag(const yaml_event_t *event) {
    switch (event->type) {
    case YAML_SCALAR_EVENT: return (const char *)event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT: return (const char *)event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT: return (const char *)event->data.mapping_start.tag;
    default: return 0;
    }
}

/* Frees what an event holds; the ends of collections, a third of all events, hold nothing. */
static inline void transload_delete_event(yaml_event_t *event) {
    if (event->type != YAML_MAPPING_END_EVENT && event->type != YAML_SEQUENCE_END_EVENT) yaml_event_delete(event);
}

#endif
