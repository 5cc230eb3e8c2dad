package jingtu.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadOutcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of an invented plan to its tasks, with the memory of a small server. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class ReadPlanBenchmark {

  /** Bytes of the plan's text in UTF-8, in thousands. */
  @Param({"15", "150"})
  public int kilobytes;

  @Param({"txt", "docx"})
  public String format = "txt";

  private long iteration;
  private byte[] content = {};
  private long digest;
  private int tasks;

  @Setup(Level.Iteration)
  public void makeAnotherPlan() {
    String text = MadePlan.text(++iteration, kilobytes * 1000);
    content = format.equals("txt") ? text.getBytes(StandardCharsets.UTF_8) : MadePlan.asWord(text);
  }

  @Benchmark
  public ReadOutcome read() {
    return PlanReader.read("plan", content);
  }

  /** Tells beside the time what was read. */
  @TearDown(Level.Iteration)
  public void printDigest() {
    if (PlanReader.read("plan", content) instanceof PlanReading reading) {
      CRC32 crc = new CRC32();
      crc.update(reading.plans().toString().getBytes(StandardCharsets.UTF_8));
      digest = crc.getValue();
      tasks = reading.plans().stream().mapToInt(plan -> plan.tasks().size()).sum();
    }
    System.out.printf("[plan %d: %d tasks, digest %08x] ", iteration, tasks, digest);
  }
}
