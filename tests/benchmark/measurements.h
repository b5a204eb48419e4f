#pragma once

#include "benchmark/benchmarkconsole.h"

#include <QJsonObject>
#include <QList>

namespace finhub::benchmark {

double median(QList<double> values);
double percentile(QList<double> values, double share);

/// Everything but the cold start, with medians of `runs` runs: milliseconds and MiB by the names that
/// docs/performance.md explains.
QJsonObject measure(BenchmarkConsole& console, int runs);

} // namespace finhub::benchmark
