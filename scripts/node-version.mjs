// Imported first by every script: an old Node must meet this sentence before it meets syntax it does not know.
if (Number(process.versions.node.split('.')[0]) < 18) {
  console.error(
    `LetsMeet needs Node 18 or later to start; this is Node ${process.versions.node} (${process.execPath}).`,
  )
  console.error('Install a newer one from https://nodejs.org and run the same command again.')
  process.exit(1)
}
