#!/usr/bin/env python3
"""Writes Sources/KubeModel/Generated from the OpenAPI definitions of Kubernetes.

    Scripts/generate-kube-model.py DEFINITIONS [--check] [--output FOLDER]

DEFINITIONS is a JSON file with the definitions of the built-in types, in either of two forms:

  * what an API server answers to `kubectl get --raw /openapi/v2`;
  * a JSON schema with all definitions in `$defs`, which the package `kubernetes-validate` on PyPI ships for each version
    of Kubernetes (`_definitions.json`).

The same input gives the same files, and files of types that are gone are removed. With --check nothing is written, and
the exit code is 1 when the folder differs from what would be written.

To follow a new version of Kubernetes, run the script with its definitions. To model another group, add it to GROUPS. When
two groups have types of one name, the script stops and asks for an entry in RENAMES.
"""

import argparse
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUTPUT = os.path.join(ROOT, "Sources", "KubeModel", "Generated")

API = "io.k8s.api."
META = "io.k8s.apimachinery.pkg.apis.meta.v1."

# The modelled packages, and the folders of their types.
GROUPS = {
    API + "admissionregistration.v1.": "admissionregistration_v1",
    API + "apps.v1.": "apps_v1",
    API + "authentication.v1.": "authentication_v1",
    API + "authorization.v1.": "authorization_v1",
    API + "autoscaling.v1.": "autoscaling_v1",
    API + "autoscaling.v2.": "autoscaling_v2",
    API + "batch.v1.": "batch_v1",
    API + "certificates.v1.": "certificates_v1",
    API + "coordination.v1.": "coordination_v1",
    API + "core.v1.": "core_v1",
    API + "discovery.v1.": "discovery_v1",
    API + "events.v1.": "events_v1",
    API + "flowcontrol.v1.": "flowcontrol_v1",
    API + "networking.v1.": "networking_v1",
    API + "node.v1.": "node_v1",
    API + "policy.v1.": "policy_v1",
    API + "rbac.v1.": "rbac_v1",
    API + "resource.v1.": "resource_v1",
    API + "scheduling.v1.": "scheduling_v1",
    API + "storage.v1.": "storage_v1",
    API + "storagemigration.v1.": "storagemigration_v1",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.": "apiextensions_v1",
    "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.": "apiregistration_v1",
    META: "meta_v1",
}

# Types whose names occur twice, or that would hide a type which nearly every client uses too.
RENAMES = {
    API + "autoscaling.v1.CrossVersionObjectReference": "CrossVersionObjectReferenceV1",
    API + "autoscaling.v1.HorizontalPodAutoscaler": "HorizontalPodAutoscalerV1",
    API + "autoscaling.v1.HorizontalPodAutoscalerSpec": "HorizontalPodAutoscalerSpecV1",
    API + "autoscaling.v1.HorizontalPodAutoscalerStatus": "HorizontalPodAutoscalerStatusV1",
    API + "core.v1.EndpointPort": "EndpointsPort",
    API + "core.v1.Event": "CoreEvent",
    API + "core.v1.EventSeries": "CoreEventSeries",
    API + "core.v1.Node": "ClusterNode",
    API + "core.v1.ResourceClaim": "ContainerResourceClaim",
    API + "flowcontrol.v1.Subject": "FlowSubject",
    API + "storage.v1.TokenRequest": "CSITokenRequest",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference": "CustomResourceServiceReference",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig": "CustomResourceWebhookClientConfig",
    "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference": "APIServiceReference",
}

# Types with a hand-written Swift type: its name, its default value, and its size in memory.
WRITTEN = {
    "io.k8s.apimachinery.pkg.api.resource.Quantity": ("Quantity", ".zero", 48),
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": ("IntOrString", "0", 24),
    META + "Time": ("Timestamp", '""', 16),
    META + "MicroTime": ("MicroTimestamp", '""', 16),
}

# Types of any shape, which stay nodes.
FREE = {
    META + "FieldsV1",
    "io.k8s.apimachinery.pkg.runtime.RawExtension",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray",
}

# The definitions list the properties of a type by their names. People expect some of them first: those of LEADING in
# every type, those of ORDER in one. The rest follows by name.
LEADING = ["apiVersion", "kind", "metadata", "name", "namespace", "key"]
ORDER = {
    "Container": "name image command args workingDir ports envFrom env resources volumeMounts volumeDevices "
    "livenessProbe readinessProbe startupProbe lifecycle imagePullPolicy securityContext",
    "ContainerPort": "name containerPort protocol hostIP hostPort",
    "CronJobSpec": "schedule timeZone concurrencyPolicy suspend startingDeadlineSeconds successfulJobsHistoryLimit "
    "failedJobsHistoryLimit jobTemplate",
    "DaemonSetSpec": "selector template updateStrategy minReadySeconds revisionHistoryLimit",
    "DeploymentSpec": "replicas selector strategy template minReadySeconds revisionHistoryLimit paused "
    "progressDeadlineSeconds",
    "EnvVar": "name value valueFrom",
    "HTTPGetAction": "scheme host port path httpHeaders",
    "HTTPIngressPath": "path pathType backend",
    "HorizontalPodAutoscalerSpec": "scaleTargetRef minReplicas maxReplicas metrics behavior",
    "IngressRule": "host http",
    "IngressSpec": "ingressClassName defaultBackend tls rules",
    "JobSpec": "parallelism completions completionMode activeDeadlineSeconds backoffLimit suspend selector template",
    "KeyToPath": "key path mode",
    "LabelSelector": "matchLabels matchExpressions",
    "LabelSelectorRequirement": "key operator values",
    "NetworkPolicySpec": "podSelector policyTypes ingress egress",
    "NodeSelectorRequirement": "key operator values",
    "ObjectMeta": "name generateName namespace labels annotations",
    "OwnerReference": "apiVersion kind name uid controller blockOwnerDeletion",
    "PersistentVolumeClaimSpec": "accessModes storageClassName volumeMode volumeName resources selector",
    "PersistentVolumeSpec": "capacity accessModes persistentVolumeReclaimPolicy storageClassName volumeMode mountOptions",
    "PodSpec": "initContainers containers ephemeralContainers volumes restartPolicy serviceAccountName nodeSelector "
    "affinity tolerations topologySpreadConstraints imagePullSecrets securityContext hostNetwork hostPID hostIPC "
    "hostname subdomain hostAliases dnsPolicy dnsConfig priorityClassName runtimeClassName schedulerName "
    "terminationGracePeriodSeconds activeDeadlineSeconds",
    "PolicyRule": "apiGroups resources verbs resourceNames nonResourceURLs",
    "Probe": "exec httpGet tcpSocket grpc initialDelaySeconds periodSeconds timeoutSeconds successThreshold "
    "failureThreshold terminationGracePeriodSeconds",
    "ResourceRequirements": "requests limits claims",
    "RoleRef": "apiGroup kind name",
    "Secret": "type data stringData immutable",
    "ServicePort": "name protocol appProtocol port targetPort nodePort",
    "ServiceSpec": "type clusterIP clusterIPs selector ports externalIPs externalName",
    "StatefulSetSpec": "serviceName replicas selector template volumeClaimTemplates podManagementPolicy updateStrategy "
    "minReadySeconds persistentVolumeClaimRetentionPolicy revisionHistoryLimit ordinals",
    "StorageClass": "provisioner parameters reclaimPolicy volumeBindingMode allowVolumeExpansion",
    "Subject": "kind name namespace apiGroup",
    "Toleration": "key operator value effect tolerationSeconds",
    "TopologySpreadConstraint": "maxSkew topologyKey whenUnsatisfiable labelSelector",
    "VolumeMount": "name mountPath subPath subPathExpr readOnly",
}

# Swift keywords among the names of properties.
KEYWORDS = set(
    "associatedtype class deinit enum extension fileprivate func import init inout internal let open operator private "
    "precedencegroup protocol public rethrows static struct subscript typealias var break case catch continue default defer "
    "do else fallthrough for guard if in repeat return throw switch where while as any false is nil self super throws "
    "true try".split()
)

# Optional structures larger than this many bytes live in a box, so that no structure grows by more than a pointer for each
# of its rarely used parts.
BOX_ABOVE = 40

HEADER = "// Generated by Scripts/generate-kube-model.py; do not edit.\n// swift-format-ignore-file\n"


class Property:
    """A property of a type: its key in the format, its Swift name, type and default."""

    def __init__(self, key, element, shape, required, default, size, boxed, is_int32):
        self.key = key
        self.name = swift_name(key)
        self.element = element
        self.shape = shape  # "one", "list" or "map"
        self.required = required
        self.default = default
        self.size = size
        self.boxed = boxed
        self.is_int32 = is_int32

    @property
    def quoted(self):
        return f"`{self.name}`" if self.name in KEYWORDS else self.name

    @property
    def type(self):
        if self.shape == "list":
            return f"[{self.element}]"
        if self.shape == "map":
            return f"OrderedDictionary<String, {self.element}>"
        return self.element if self.required else self.element + "?"

    @property
    def initial(self):
        if self.shape == "list":
            return "[]"
        if self.shape == "map":
            return "[:]"
        return self.default if self.required else "nil"


def swift_name(key):
    words = re.split(r"[^A-Za-z0-9]+", key.lstrip("$"))
    name = words[0] + "".join(word[:1].upper() + word[1:] for word in words[1:])
    return name[0].lower() + name[1:]


class Model:
    def __init__(self, definitions):
        self.definitions = definitions
        self.kinds = [
            name
            for name in sorted(definitions)
            if self.folder(name) and not name.startswith(META) and self.kind(name) and not name.endswith("List")
        ]
        self.names = {}
        self.sizes = {}
        self.reach(META + "ListMeta")
        for kind in self.kinds:
            self.reach(kind)
        taken = {}
        for full, name in sorted(self.names.items()):
            if name in taken:
                sys.exit(f"{full} and {taken[name]} are both called {name}: add one of them to RENAMES")
            taken[name] = full

    def folder(self, full):
        package = full[: full.rindex(".") + 1]
        return GROUPS.get(package)

    def is_free(self, full):
        """Whether values of the type stay nodes: those of any shape, and those of versions that are not stable."""
        return full in FREE or not self.folder(full)

    def kind(self, full):
        """Group, version and kind, if the type is an object of its own."""
        identities = self.definitions[full].get("x-kubernetes-group-version-kind", [])
        return identities[0] if len(identities) == 1 else None

    def reach(self, full):
        if full in self.names or full in WRITTEN or self.is_free(full):
            return
        self.names[full] = RENAMES.get(full, full.rsplit(".", 1)[1])
        for value in self.definitions[full].get("properties", {}).values():
            for part in (value, value.get("items"), value.get("additionalProperties")):
                if isinstance(part, dict) and "$ref" in part:
                    self.reach(reference(part))
                for inner in ("items", "additionalProperties"):
                    if isinstance(part, dict) and isinstance(part.get(inner), dict) and "$ref" in part[inner]:
                        self.reach(reference(part[inner]))

    def element(self, value):
        """The Swift type of one value, its default, and its size."""
        if "$ref" in value:
            full = reference(value)
            if full in WRITTEN:
                return WRITTEN[full]
            if self.is_free(full):
                return "Node", ".null()", 48
            return self.names[full], self.names[full] + "()", self.size(full)
        kind = value.get("type")
        if isinstance(kind, list):
            kind = next(one for one in kind if one != "null")
        if kind == "array":
            return f"[{self.element(value['items'])[0]}]", "[]", 8
        return {
            "string": ("String", '""', 16),
            "integer": ("Int", "0", 8),
            "boolean": ("Bool", "false", 1),
            "number": ("Double", "0", 8),
            "object": ("Node", ".null()", 48),
        }[kind]

    def size(self, full):
        """About how many bytes a value takes, without what it refers to."""
        if full not in self.sizes:
            self.sizes[full] = BOX_ABOVE + 1  # for types that contain themselves
            self.sizes[full] = 8 + sum(one.size for one in self.properties(full))
        return self.sizes[full]

    def properties(self, full):
        definition = self.definitions[full]
        required = set(definition.get("required", []))
        is_object = self.kind(full) is not None
        rank = ["metadata"] * is_object + ORDER.get(self.names[full], "").split() + LEADING
        keys = sorted(
            definition.get("properties", {}),
            key=lambda key: (rank.index(key) if key in rank else len(rank), key == "status", key),
        )
        found = []
        for key in keys:
            if is_object and key in ("apiVersion", "kind"):
                continue
            value = definition["properties"][key]
            kind = value.get("type")
            if isinstance(kind, list):
                kind = next(one for one in kind if one != "null")
            shape = "one"
            if kind == "array":
                shape, value = "list", value["items"]
            elif kind == "object" and isinstance(value.get("additionalProperties"), dict):
                shape, value = "map", value["additionalProperties"]
            element, default, size = self.element(value)
            # Nodes say themselves whether they are there.
            needed = (key in required and element != "Node") or (is_object and key == "metadata")
            boxed = shape == "one" and "$ref" in value and size > BOX_ABOVE and element in self.names.values()
            inline = {"list": 8, "map": 24}.get(shape, 8 if boxed else size if needed else (size + 8) // 8 * 8)
            if element in ("String", "Timestamp", "MicroTimestamp") and shape == "one":
                inline = 16
            is_int32 = shape == "one" and value.get("format") == "int32"
            found.append(Property(key, element, shape, needed, default, inline, boxed, is_int32))
        return found

    def render(self, full):
        name = self.names[full]
        properties = self.properties(full)
        identity = self.kind(full)
        lines = []
        if any(one.shape == "map" for one in properties):
            lines.append("public import OrderedCollections")
        lines += ["public import YAMLTree", ""]
        if identity:
            version = "/".join(part for part in (identity["group"], identity["version"]) if part)
            lines.append(f"/// The kind `{identity['kind']}` of `{version}`.")
            lines.append(f"public struct {name}: KubernetesObject {{")
            lines.append("    public static var groupVersionKind: GroupVersionKind {")
            lines.append(
                f'        GroupVersionKind(group: "{identity["group"]}", version: "{identity["version"]}", '
                f'kind: "{identity["kind"]}")'
            )
            lines += ["    }", ""]
        else:
            lines.append(f"/// `{full.rsplit('.', 1)[1]}` of `{self.folder(full).replace('_', '/')}`.")
            lines.append(f"public struct {name}: MappingCodable, Sendable, Equatable {{")
        for one in properties:
            box = ("@Boxed " if one.required else "@BoxedOptional ") if one.boxed else ""
            lines.append(f"    {box}public var {one.quoted}: {one.type}")
        lines += ["    public var fields: RetainedFields", "", "    public init("]
        lines += [f"        {one.name}: {one.type} = {one.initial}," for one in properties]
        lines += ["        fields: RetainedFields = .none", "    ) {"]
        lines += [f"        self.{one.name} = {one.quoted}" for one in properties]
        lines += ["        self.fields = fields", "    }", ""]
        lines.append("    public init(from reader: inout MappingReader) {")
        if identity:
            lines.append("        Self.readIdentity(&reader)")
        for one in properties:
            call = {"list": "list", "map": "map"}.get(one.shape, "int32" if one.is_int32 else "value")
            fallback = f", default: {one.default}" if one.shape == "one" and one.required else ""
            lines.append(f'        self.{one.name} = reader.{call}("{one.key}"{fallback})')
        lines += ["        self.fields = reader.retained()", "    }", ""]
        lines.append("    public func write(to writer: inout MappingWriter) {")
        if identity:
            lines.append("        writeIdentity(to: &writer)")
        for one in properties:
            if one.shape == "one" and one.required:
                lines.append(f'        writer.write(required: "{one.key}", {one.quoted}, default: {one.default})')
            else:
                lines.append(f'        writer.write("{one.key}", {one.quoted})')
        lines += ["    }", "}"]
        if identity and full + "List" in self.definitions:
            lines += ["", f"/// A list of `{name}`.", f"public typealias {name}List = KubernetesList<{name}>"]
        return HEADER + "\n" + "\n".join(lines) + "\n"

    def registry(self):
        rows = [f"        {self.names[full]}.self," for full in self.kinds]
        return (
            HEADER
            + "\nextension KindRegistry {\n"
            + "    /// Every kind that Kubernetes itself brings, in the order of groups and kinds.\n"
            + "    static let builtInTypes: [any KubernetesObject.Type] = [\n"
            + "\n".join(rows)
            + "\n    ]\n}\n"
        )

    def files(self):
        files = {
            f"{self.folder(full)}/{name}.swift": self.render(full) for full, name in sorted(self.names.items())
        }
        files["KindRegistry+BuiltIn.swift"] = self.registry()
        return files


def reference(value):
    return value["$ref"].rsplit("/", 1)[1]


def existing(folder):
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".swift"):
                path = os.path.join(parent, name)
                with open(path, encoding="utf-8") as file:
                    found[os.path.relpath(path, folder)] = file.read()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("definitions", help="the JSON file with the definitions")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when something would change")
    parser.add_argument("--output", default=OUTPUT, help="the folder to write")
    arguments = parser.parse_args()

    with open(arguments.definitions, encoding="utf-8") as file:
        document = json.load(file)
    definitions = document.get("definitions") or document.get("$defs")
    if not definitions:
        sys.exit(f"{arguments.definitions} has neither definitions nor $defs")

    wanted = Model(definitions).files()
    present = existing(arguments.output)
    changed = sorted(path for path in wanted if present.get(path) != wanted[path])
    stale = sorted(set(present) - set(wanted))
    if arguments.check:
        for path in changed + stale:
            print(f"{path} is out of date")
        sys.exit(1 if changed or stale else 0)
    for path in changed:
        target = os.path.join(arguments.output, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as file:
            file.write(wanted[path])
    for path in stale:
        os.remove(os.path.join(arguments.output, path))
    for parent, folders, names in os.walk(arguments.output, topdown=False):
        if not folders and not names:
            os.rmdir(parent)
    print(f"{len(wanted)} files, {len(changed)} written, {len(stale)} removed")


if __name__ == "__main__":
    main()
