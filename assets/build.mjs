// Builds what Heed serves under /assets into src/main/resources/static/assets, which is committed.
// Run it with `npm ci && npm run build` after changing a style, a script or a pinned version.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '../src/main/resources/static/assets')
const govuk = join(here, 'node_modules/govuk-frontend')
const moj = join(here, 'node_modules/@ministryofjustice/frontend')

const version = folder => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const css = compile(join(here, 'heed.scss'), {
  loadPaths: [here],
  style: 'compressed',
  quietDeps: true,
  // Sass would otherwise start the file with a byte order mark when a rule holds an arrow or an ellipsis.
  charset: false
}).css
if (/GDS Transport|url\(/.test(css)) {
  throw new Error('The style sheet must not name GDS Transport (licensed for gov.uk only) or load another file')
}
writeFileSync(join(out, 'heed.css'), css + '\n')

// The version stands in the file's name, so that a browser never pairs a new page with an old copy.
const library = `govuk-frontend-${version(govuk)}.min.js`
const code = readFileSync(join(govuk, 'dist/govuk/govuk-frontend.min.js'), 'utf8')
writeFileSync(join(out, library), code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
const own = file => readFileSync(join(here, file), 'utf8')
const marked = (name, code) => {
  const mark = createHash('sha256').update(code).digest('hex').slice(0, 12)
  const [stem, ending] = name.split('.')
  const file = `${stem}-${mark}.${ending}`
  writeFileSync(join(out, file), code)
  return file
}
// A script that another one imports carries a mark of its content in its name, as the library carries its version.
const keeping = marked('keeping.js', own('keeping.js'))
const passkeys = marked('passkeys.js', own('passkeys.js'))
const waiting = marked('waiting.js', own('waiting.js').replace("'./keeping.js'", `'./${keeping}'`))
writeFileSync(
  join(out, 'heed.js'),
  own('heed.js').replace("'govuk-frontend'", `'./${library}'`).replace("'./waiting.js'", `'./${waiting}'`)
    .replace("'./passkeys.js'", `'./${passkeys}'`)
)
// A service worker stands at the root, whose pages it serves, and is one file: not every browser lets it import.
writeFileSync(join(out, '../sw.js'), own('keeping.js').replaceAll(/^export /gm, '') + '\n' + own('sw.js'))
copyFileSync(join(here, 'favicon.svg'), join(out, 'favicon.svg'))

writeFileSync(
  join(out, 'LICENCES.txt'),
  `heed.css and govuk-frontend-*.min.js hold parts of these two works.

govuk-frontend ${version(govuk)}

${readFileSync(join(here, 'licences/govuk-frontend.txt'), 'utf8')}

@ministryofjustice/frontend ${version(moj)}

${readFileSync(join(here, 'licences/moj-frontend.txt'), 'utf8')}`
)
console.log(`Wrote ${out}`)
