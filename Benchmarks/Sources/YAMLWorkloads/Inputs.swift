import Foundation

/// A text to measure on.
public struct Input: Sendable {
    /// What the text is, without spaces.
    public let name: String
    /// The text in UTF-8.
    public let bytes: [UInt8]

    /// The text as a string, for parsers that take one.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Hands the text to `body` as a file, for processes of their own.
    public func withFile<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file)
    }
}

extension Input {
    /// A Compose file of so many services, about 1 kB each.
    public static func compose(services: Int) -> Input {
        var text = "name: shop\nservices:\n"
        for number in 0..<services {
            text += """
                  service-\(number):
                    image: registry.example.com/shop/service-\(number):1.\(number % 10).3
                    command: ["serve", "--port", "\(8000 + number)", "--log-level=info"]
                    ports:
                      - "\(10000 + number):\(8000 + number)"
                      - target: 9090
                        published: "\(20000 + number)"
                        protocol: tcp
                    environment:
                      DATABASE_URL: postgres://shop:secret@database:5432/shop?sslmode=disable
                      CACHE_SIZE: "\(number * 16)"
                      FEATURE_FLAGS: 'checkout,search,recommendations'
                      REGION: eu-central-1
                    volumes:
                      - data-\(number):/var/lib/service
                      - type: bind
                        source: ./config/service-\(number).toml
                        target: /etc/service/config.toml
                        read_only: true
                    depends_on:
                      database:
                        condition: service_healthy
                    healthcheck:
                      test: [CMD, curl, -f, "http://localhost:\(8000 + number)/health"]
                      interval: 10s
                      timeout: 3s
                      retries: 5
                    deploy:
                      replicas: \(1 + number % 5)
                      resources:
                        limits:
                          cpus: "0.50"
                          memory: 256M
                    labels:
                      com.example.team: platform
                      com.example.description: "Service \(number): part of the shop"
                    restart: unless-stopped

                """
        }
        return Input(name: "Compose_\(services)_services", bytes: Array(text.utf8))
    }

    /// A stream of so many triples of a Deployment, a Service and a ConfigMap, about 2 kB each.
    public static func manifests(triples: Int) -> Input {
        var text = ""
        for number in 0..<triples {
            text += """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: service-\(number)
                  namespace: shop
                  labels:
                    app.kubernetes.io/name: service-\(number)
                    app.kubernetes.io/part-of: shop
                spec:
                  replicas: \(1 + number % 5)
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: service-\(number)
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/name: service-\(number)
                    spec:
                      containers:
                      - name: main
                        image: registry.example.com/shop/service-\(number):1.\(number % 10).3
                        args: ["serve", "--port", "8080"]
                        ports:
                        - containerPort: 8080
                          name: http
                        env:
                        - name: DATABASE_URL
                          value: postgres://shop:secret@database:5432/shop?sslmode=disable
                        - name: POD_IP
                          valueFrom:
                            fieldRef:
                              fieldPath: status.podIP
                        resources:
                          requests:
                            cpu: 100m
                            memory: 128Mi
                          limits:
                            memory: 256Mi
                        readinessProbe:
                          httpGet:
                            path: /health
                            port: http
                          periodSeconds: 10
                        volumeMounts:
                        - name: config
                          mountPath: /etc/service
                          readOnly: true
                      volumes:
                      - name: config
                        configMap:
                          name: service-\(number)
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: service-\(number)
                  namespace: shop
                spec:
                  selector:
                    app.kubernetes.io/name: service-\(number)
                  ports:
                  - name: http
                    port: 80
                    targetPort: http
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: service-\(number)
                  namespace: shop
                data:
                  config.toml: |
                    [server]
                    port = 8080
                    workers = \(number % 16)

                    [log]
                    level = "info"
                  feature: "on"

                """
        }
        return Input(name: "Manifests_\(triples)_triples", bytes: Array(text.utf8))
    }
}
