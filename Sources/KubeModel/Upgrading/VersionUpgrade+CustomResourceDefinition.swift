import Diagnostics
import YAMLTree

extension VersionUpgrade {
    /// Since `apiextensions.k8s.io/v1` each version has a schema, subresources and columns of its own; the schema is
    /// structural, and fields that it does not name are dropped.
    @Sendable static func upgradeCustomResourceDefinition(_ object: inout Node, _ context: ReadingContext) {
        guard var spec = object["spec"], spec.mapping != nil else { return }
        if isAbsent(spec["versions"]), let version = spec["version"], !isAbsent(version) {
            spec["versions"] = [["name": version, "served": true, "storage": true]]
        }
        spec["version"] = nil
        let keepsUnknownFields = spec["preserveUnknownFields"]?.text != "false"
        if keepsUnknownFields { spec["preserveUnknownFields"] = nil }
        let shared = ["subresources", "additionalPrinterColumns"].map { ($0, spec[$0]) }
        let schema = spec["validation"]
        for key in ["validation", "subresources", "additionalPrinterColumns"] { spec[key] = nil }
        spec.changeItems(of: "versions") { _, version in
            guard version.mapping != nil else { return }
            if isAbsent(version["schema"]) { version["schema"] = schema ?? .mapping(Mapping()) }
            completeSchema(&version, keepsUnknownFields: keepsUnknownFields || schema == nil)
            for case (let key, let value?) in shared where isAbsent(version[key]) { version[key] = value }
            version.changeItems(of: "additionalPrinterColumns") { _, column in
                column = column.renaming("JSONPath", to: "jsonPath")
            }
        }
        upgradeConversion(&spec)
        object["spec"] = spec
        writeDefault("Namespaced", of: "scope", in: &object, "spec", context)
        reportIncomplete(
            "apiextensions.k8s.io/v1 asks for structural schemas",
            remedy: "Give every field of the schema a type.",
            at: spec,
            "spec.versions",
            context
        )
    }

    private static func completeSchema(_ version: inout Node, keepsUnknownFields: Bool) {
        let path: NodePath = "schema.openAPIV3Schema"
        if isAbsent(version[path]) { version[path] = .mapping(Mapping()) }
        guard version[path]?.mapping != nil else { return }
        if isAbsent(version[path.appending("type")]) { version[path.appending("type")] = "object" }
        let mark = path.appending("x-kubernetes-preserve-unknown-fields")
        if keepsUnknownFields, version[mark] == nil { version[mark] = true }
    }

    private static func upgradeConversion(_ spec: inout Node) {
        guard var conversion = spec["conversion"], conversion.mapping != nil else { return }
        let isWebhook = conversion["strategy"]?.text == "Webhook"
        guard isWebhook || conversion["webhookClientConfig"] != nil else {
            conversion["conversionReviewVersions"] = nil
            spec["conversion"] = conversion
            return
        }
        var webhook = Mapping()
        webhook["clientConfig"] = conversion["webhookClientConfig"]
        webhook["conversionReviewVersions"] = conversion["conversionReviewVersions"] ?? ["v1beta1"]
        conversion["webhookClientConfig"] = nil
        conversion["conversionReviewVersions"] = nil
        conversion["webhook"] = .mapping(webhook, location: conversion.location)
        spec["conversion"] = conversion
    }
}
