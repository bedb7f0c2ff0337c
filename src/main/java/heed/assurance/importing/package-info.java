/**
 * Papers of earlier years brought in: a file is taken, read, shown beside its source, put right by a person and accepted.
 * What the readers read is never changed; what people say about it is kept beside it, one correction after the other.
 */
@org.springframework.modulith.NamedInterface("importing")
@org.jspecify.annotations.NullMarked
package heed.assurance.importing;
