import { writeFileSync } from "node:fs";
import { letterDocument } from "./letter-document.ts";

writeFileSync(new URL("../docs/letter.md", import.meta.url), letterDocument());
