import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Prints how large our files, methods and packages are, beside what we aim at. Run: java checks/Beauty.java . */
public class Beauty {

    private final Map<String, List<Long>> sizes = new TreeMap<>();
    private final Map<Path, Long> filesByPackage = new TreeMap<>();

    public static void main(String[] arguments) throws IOException {
        Beauty beauty = new Beauty();
        beauty.measure(Path.of(arguments[0]));
        beauty.print();
    }

    private void measure(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
        for (Path file : files) {
            boolean test = file.toString().contains("/src/test/");
            note(test ? "lines per test file" : "lines per main file", Files.readAllLines(file).size());
            if (!test) {
                filesByPackage.merge(file.getParent(), 1L, Long::sum);
            }
        }
        filesByPackage.values().forEach(count -> note("files per package", count));
        methods(files.stream().filter(file -> !file.toString().contains("/src/test/")).toList());
    }

    private void methods(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        if (method.getBody() != null) {
                            LineMap lines = unit.getLineMap();
                            long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                            long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                            note("lines per method", last - first + 1);
                        }
                        note("parameters", method.getParameters().size());
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
    }

    private void note(String what, long size) {
        sizes.computeIfAbsent(what, name -> new ArrayList<>()).add(size);
    }

    private void print() {
        Map<String, String> aims = Map.of(
                "lines per main file", "50 / 200 / 300",
                "lines per test file", "80 / 250 / 400",
                "lines per method", "5 / 18 / 40",
                "parameters", "3 / 5 / 6",
                "files per package", "15 / 20 / 25");
        System.out.printf("%-22s %7s %7s %7s %7s   %s%n", "", "count", "median", "p95", "max", "aim median/p95/max");
        sizes.forEach((what, all) -> {
            Collections.sort(all);
            System.out.printf(
                    "%-22s %7d %7d %7d %7d   %s%n",
                    what, all.size(), at(all, 0.5), at(all, 0.95), all.get(all.size() - 1), aims.get(what));
        });
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }
}
