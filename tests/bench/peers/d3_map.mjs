// node d3_map.mjs FOLDER PICTURE.svg: the window by d3-geo (D3_DIR: where npm put it); it places no labels and has no scale bar.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, picture] = process.argv.slice(2);
const found = createRequire(path.join(path.resolve(process.env.D3_DIR ?? "."), "from.js")).resolve("d3-geo");
const { geoPath, geoTransverseMercator } = await import(pathToFileURL(found));

const width = 1200, height = 900, tints = { KG: "#f2ead6", TJ: "#e2ead9", UZ: "#efe2df" };
const projection = geoTransverseMercator().rotate([-71, 0]).center([0, 40]).translate([width / 2, height / 2])
  .scale(width / 513000 * 6371000).clipExtent([[0, 0], [width, height]]);
const trace = geoPath(projection).digits(1);
const features = name => JSON.parse(fs.readFileSync(path.join(folder, `${name}.geojson`), "utf8")).features;
const text = words => words.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`);
const draw = (name, style) => features(name).map(f => `<path d="${trace(f) ?? ""}" ${style(f.properties)}/>`).join("");
const town = ({ geometry, properties }) => {
  const [x, y] = projection(geometry.coordinates).map(Math.round);
  return `<circle cx="${x}" cy="${y}" r="3.5" fill="#222" stroke="#fff"/><text x="${x + 5}" y="${y - 5}">${text(properties.name)}</text>`;
};
fs.writeFileSync(picture, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Noto Sans" font-size="14">
<rect width="${width}" height="${height}" fill="#f4f1ea"/>
${draw("countries", p => `fill="${tints[p.code] ?? "#ecebe8"}"`)}
${draw("region_lines", () => 'fill="none" stroke="#c9c2b8" stroke-width=".6"')}
${draw("rivers", () => 'fill="none" stroke="#8db6d2"')}
${draw("lakes", () => 'fill="#b9d6e8" stroke="#8db6d2" stroke-width=".5"')}
${draw("borders", () => 'fill="none" stroke="#857b74" stroke-width="1.6" stroke-linejoin="round"')}
<g paint-order="stroke" stroke="#fff" stroke-width="2.5" fill="#222">${features("towns").map(town).join("")}</g>
<text x="20" y="34" font-size="22" font-weight="bold">Where three borders meet</text>
</svg>
`);
