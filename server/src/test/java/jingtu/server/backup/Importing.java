package jingtu.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.scope.Scope;

/** Somebody who imports invented plans without end, and takes every third of them back. */
final class Importing implements AutoCloseable {

  static final Scope SOMEBODY = coordinator(COUNTY);

  private final ImportPlan importPlan;
  private final TakeBackPlan takeBackPlan;
  private final Thread thread;
  private int done;
  private boolean over;

  Importing(ImportPlan importPlan, TakeBackPlan takeBackPlan) {
    this.importPlan = importPlan;
    this.takeBackPlan = takeBackPlan;
    this.thread = Thread.ofPlatform().start(this::work);
  }

  private void work() {
    try {
      Deque<RegisteredPlan> kept = new ArrayDeque<>();
      while (!isOver()) {
        kept.add(importOne(importPlan));
        if (kept.size() % 3 == 0) {
          takeBackPlan.of(SOMEBODY, kept.remove().id());
        }
        oneMore();
      }
    } finally {
      end();
    }
  }

  static RegisteredPlan importOne(ImportPlan importPlan) {
    String text =
        """
        某地土壤污染防治工作方案

        本方案的编号是%s。

        一、主要任务

        （一）摸底

        1.逐村走访菜园。登记菜园位置和面积，2027年5月底前登记完毕。（县农业农村局牵头，县供销合作社参与）

        2.清点闲置厂房。每年6月底前清点一遍，并公布结果。（县工业和信息化局牵头，县自然资源局参与）
        """
            .formatted(UUID.randomUUID());
    return switch (importPlan.from(SOMEBODY, COUNTY, "方案.txt", text.getBytes(UTF_8))) {
      case ImportOutcome.Imported(var plans) -> plans.getFirst();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }

  private synchronized boolean isOver() {
    return over;
  }

  private synchronized void oneMore() {
    done++;
    notifyAll();
  }

  private synchronized void end() {
    over = true;
    notifyAll();
  }

  /** Returns once this many more plans have come in. */
  synchronized void awaitMore(int plans) {
    int enough = done + plans;
    try {
      while (done < enough) {
        if (over) {
          throw new AssertionError("no more plans come in");
        }
        wait();
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while plans come in", e);
    }
  }

  @Override
  public void close() {
    end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while the last plan comes in", e);
    }
  }
}
