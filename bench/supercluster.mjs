// supercluster.mjs POINTS FOLDER: clusters the points of bench-cluster --points
// with the npm supercluster installed in FOLDER, z10–z21. Prints JSON.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [path, folder] = process.argv.slice(2);
const module = createRequire(resolve(folder, 'package.json')).resolve('supercluster');
const loaded = await import(pathToFileURL(module));
const Supercluster = loaded.default;
const bytes = readFileSync(path);
const places = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
const points = [];

for (let i = 0; i < places.length; i += 2) {
    const longitude = places[i] * 360 - 180;
    const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * places[i + 1]))) * 180 / Math.PI;
    points.push({type: 'Feature', properties: {}, geometry: {type: 'Point', coordinates: [longitude, latitude]}});
}

let best = Infinity, clusters = 0;
for (let run = 0; run < (points.length > 500000 ? 2 : 4); run++) {
    const index = new Supercluster({minZoom: 10, maxZoom: 21, radius: 40, extent: 512});
    const started = performance.now();

    index.load(points);
    best = Math.min(best, performance.now() - started);
    clusters = index.getClusters([-180, -85, 180, 85], 16).length;
}
console.log(JSON.stringify({points: points.length, build_ms: best, clusters_z16: clusters}));
