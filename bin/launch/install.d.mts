export declare function installPackages(root: string): Promise<void>;
export declare function isInstalled(root: string): boolean;
export declare function explain(output: string): string;
