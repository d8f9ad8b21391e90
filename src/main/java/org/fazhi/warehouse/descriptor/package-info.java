/**
 * What a release says of itself to programs. The tables of a built file, their keys and the files of a release come in;
 * {@code datapackage.json} (Frictionless Data Package 2.0) and {@code croissant.json} (Croissant 1.1) go out, with how to
 * cite it. Start at {@link org.fazhi.warehouse.descriptor.PackagedRelease}.
 */
@NullMarked
package org.fazhi.warehouse.descriptor;

import org.jspecify.annotations.NullMarked;
