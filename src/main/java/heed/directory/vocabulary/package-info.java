/** The lists that people choose from: shipped with Heed, then the council's own, with every version that ever was. */
@org.springframework.modulith.NamedInterface("vocabulary")
@org.jspecify.annotations.NullMarked
package heed.directory.vocabulary;
