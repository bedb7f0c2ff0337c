/**
 * Files taken in, looked into, checked for viruses, kept encrypted and given out without what they tell besides. Who may
 * see a file is for whoever holds the record it belongs to; nothing here asks.
 */
@org.springframework.modulith.NamedInterface("document")
@org.jspecify.annotations.NullMarked
package heed.records.document;
