// The packages that carry Node name their platform as a word; pnpm only skips the others when it is a list.
module.exports = {
  hooks: {
    readPackage(pkg) {
      for (const key of ['os', 'cpu']) if (typeof pkg[key] === 'string') pkg[key] = [pkg[key]]
      return pkg
    },
  },
}
