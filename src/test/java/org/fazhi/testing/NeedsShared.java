package org.fazhi.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that reads {@link Shared}. Where the folder is absent it is skipped and says so; where the environment says
 * {@code CI=true} it fails, so that no build is green for want of its material.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SharedCondition.class)
public @interface NeedsShared {}
