/// The keys of devices.
enum DeviceTable {
    static let mapping = MappingShape(
        ["source": .text, "target": .text, "permissions": .text],
        required: ["source"],
        section: "Services top-level element, devices"
    )

    private static let rows: KeyValuePairs<String, Shape> = [
        "capabilities": .textSet,
        "count": .count,
        "device_ids": .textSet,
        "driver": .text,
        "options": .pairSet,
    ]

    static let request = MappingShape(rows, required: ["capabilities"], section: "Compose Deploy Specification")

    static let gpu = MappingShape(rows, others: .noticed, section: "Services top-level element, gpus")
}

/// The keys of the limits of block devices.
enum BlkioTable {
    private static let limits = Shape.list(
        of: .mapping(MappingShape(["path": .text, "rate": .count], takesExtensions: false))
    )

    static let config = MappingShape(
        [
            "device_read_bps": limits,
            "device_read_iops": limits,
            "device_write_bps": limits,
            "device_write_iops": limits,
            "weight": .count,
            "weight_device": .list(
                of: .mapping(MappingShape(["path": .text, "weight": .count], takesExtensions: false))
            ),
        ],
        takesExtensions: false,
        section: "Services top-level element, blkio_config"
    )
}
