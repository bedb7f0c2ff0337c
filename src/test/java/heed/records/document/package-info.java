@org.jspecify.annotations.NullMarked
package heed.records.document;
