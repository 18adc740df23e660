/// Compose files of any size, made in code: services with what services in the wild have.
enum ComposeText {
    /// A file with so many services; each names the one before it.
    static func make(services count: Int) -> String {
        var text = "name: many\nx-logging: &logging\n  driver: json-file\n  options: {max-size: 10m}\nservices:\n"
        for index in 0..<count {
            text += """
                  service-\(index):
                    image: registry.example.com/team/app-\(index):${TAG:-1.\(index % 10)}
                    command: ["serve", "--port", "80", "--name", "service-\(index)"]
                    environment:
                      INDEX: \(index)
                      DATABASE_URL: postgres://user@db:5432/app_\(index)
                      MODE: ${MODE:-production}
                    ports:
                      - "\(10_000 + index):80"
                    volumes:
                      - data-\(index % 50):/var/lib/app
                      - ./config/\(index):/etc/app:ro
                    labels: [com.example.index=\(index), com.example.team=core]
                    logging: *logging
                    restart: unless-stopped
                    healthcheck:
                      test: curl -f http://localhost/ || exit 1
                      interval: 1m30s
                    deploy:
                      replicas: 2
                      resources: {limits: {cpus: "0.50", memory: 64M}}

                """
            if index > 0 { text += "    depends_on: [service-\(index - 1)]\n" }
        }
        text += "volumes:\n"
        for index in 0..<50 { text += "  data-\(index):\n" }
        return text
    }
}
