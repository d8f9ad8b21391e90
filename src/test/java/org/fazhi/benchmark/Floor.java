package org.fazhi.benchmark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the method of a benchmark class that the others are measured by: each is printed as a ratio to its time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Floor {
    String value();
}
