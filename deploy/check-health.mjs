// Docker's question whether the process in this container is ready.
const response = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`);
process.exitCode = response.ok ? 0 : 1;
