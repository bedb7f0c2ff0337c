/** The kit: actor, trail, encryption, database, web, mail. It knows no safeguarding words. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN, allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package heed.platform;
