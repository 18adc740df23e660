import CZlib

/// Compression with gzip, by the system's zlib.
enum GzipStream {
    /// The bytes that a gzip stream of one or several members unpacks to.
    ///
    /// - Throws: ``ChartError`` if the stream is damaged, or holds more than `limit` bytes. Nothing beyond the limit is
    ///   unpacked.
    static func unpacked(_ bytes: [UInt8], limit: Int) throws(ChartError) -> [UInt8] {
        var output: [UInt8] = []
        var consumed = 0
        while consumed < bytes.count {
            consumed += try member(bytes[consumed...], into: &output, limit: limit)
        }
        return output
    }

    /// Unpacks one member; answers how many bytes it took.
    private static func member(
        _ bytes: ArraySlice<UInt8>,
        into output: inout [UInt8],
        limit: Int
    ) throws(ChartError) -> Int {
        var stream = z_stream()
        // 15 bits of window, and 16 for a gzip header.
        guard transload_inflate_init(&stream, 15 + 16) == Z_OK else {
            throw ChartError(.archive, "gzip: no memory for unpacking")
        }
        defer { inflateEnd(&stream) }
        var input = Array(bytes)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var offset = 0
        var status = Z_OK
        while status != Z_STREAM_END {
            let (taken, made) = input.withUnsafeMutableBufferPointer { source in
                chunk.withUnsafeMutableBufferPointer { target in
                    stream.next_in = source.baseAddress.map { $0 + offset }
                    stream.avail_in = UInt32(clamping: source.count - offset)
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(clamping: target.count)
                    let available = stream.avail_in
                    status = inflate(&stream, Z_NO_FLUSH)
                    return (Int(available - stream.avail_in), target.count - Int(stream.avail_out))
                }
            }
            offset += taken
            guard status == Z_OK || status == Z_STREAM_END else { throw fault(status, isHeader: stream.total_in < 10) }
            if status == Z_OK, taken == 0, made == 0 { throw ChartError(.archive, "unexpected EOF") }
            guard output.count + made <= limit else {
                throw ChartError(.limit, "decompressed chart is larger than the maximum size \(limit)")
            }
            output.append(contentsOf: chunk[..<made])
        }
        return offset
    }

    private static func fault(_ status: Int32, isHeader: Bool) -> ChartError {
        if status == Z_BUF_ERROR { return ChartError(.archive, "unexpected EOF") }
        return ChartError(.archive, isHeader ? "gzip: invalid header" : "flate: corrupt input")
    }

    /// `bytes` as a gzip stream without a name or time, so that equal bytes give equal streams.
    static func packed(_ bytes: [UInt8]) throws(ChartError) -> [UInt8] {
        var stream = z_stream()
        guard transload_deflate_init(&stream, Z_BEST_COMPRESSION, 15 + 16) == Z_OK else {
            throw ChartError(.archive, "gzip: no memory for packing")
        }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        var input = bytes
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(clamping: source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(clamping: target.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END else { throw ChartError(.archive, "gzip: the chart is too large to pack") }
        output.removeLast(Int(stream.avail_out))
        return output
    }
}
