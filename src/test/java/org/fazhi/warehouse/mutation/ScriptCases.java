package org.fazhi.warehouse.mutation;

import java.util.List;
import java.util.stream.Stream;

/** All cases of scripts; a new list is named here. */
final class ScriptCases {

    static final List<ScriptCase> ALL = Stream.of(ChoiceCases.ALL, TransformCases.ALL, CoverageCases.ALL, MartCases.ALL)
            .flatMap(List::stream)
            .toList();

    private ScriptCases() {}
}
